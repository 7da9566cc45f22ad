"""Tallywire reads the news of a conflict and keeps its figures honest."""
