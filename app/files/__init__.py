"""Files as bytes: the content-addressed store, the check of uploads, names for downloads. It knows nothing of cases."""
