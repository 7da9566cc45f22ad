"""Claims and series become numbers with bounds; figures are held against the windows of a series."""
