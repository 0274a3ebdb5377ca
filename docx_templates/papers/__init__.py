"""One module per paper: `paper()` gives its parts."""
