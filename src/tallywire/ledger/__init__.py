"""The ledger keeps captures, articles, claims and series points; nothing is overwritten."""
