"""Reading in bulk: sources cut into shards, shards read by many processes, their parts merged into a ledger."""
