"""Measurements of the house on this machine: run as ./run bench <name>."""
