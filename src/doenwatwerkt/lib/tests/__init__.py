"""Tests of the lib."""
