"""How well accounts of many documents are merged into events, on ECB+ (Cybulska and Vossen 2014) and from text."""
