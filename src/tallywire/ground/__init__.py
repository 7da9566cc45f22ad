"""From the words of who, where and when to identifiers, each with its reason."""
