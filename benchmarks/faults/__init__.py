"""Faults on purpose: what a ledger holds after its writer was killed, or after the power went."""
