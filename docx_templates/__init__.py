"""The Word templates of the papers, and the script that builds them byte for byte."""
