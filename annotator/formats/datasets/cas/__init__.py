"""UIMA CAS as XMI and JSON."""
