"""Codings of many documents become events: which accounts tell one event, which texts are copies, who vouched first.

Pure functions of what they are given: no storage, no clock. ``ledger/`` keeps what comes out.
"""
