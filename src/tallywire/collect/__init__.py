"""Files, folders and records become captures; a capture becomes an article with its segments."""
