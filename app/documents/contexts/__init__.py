"""What each paper says: loaded models in, a plain dict out that fills the vocabulary exactly. No session, no web."""
