"""A sample of events coded in news, read by hand: how many are strictly right."""
