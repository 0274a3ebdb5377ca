"""Papers: vocabulary, rendering, numbering, issuing, signed copies."""
