"""An article -> its figures, quotes and events, each with its exact words.

Two steps: shapes over typed words only propose a number with a term; one document pass, the same for every language,
binds source, side, period, place, count, stance and subsets.
"""
