"""What the office counts: reports per period, workload, the register by letter, agency and term, gaps of numbers."""
