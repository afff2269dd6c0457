"""Loaded by pytest before the settings: a local machine, not the demo, with a folder of its own."""

import os
import tempfile

os.environ.setdefault("DWW_DEBUG", "1")
os.environ["DWW_DEMO"] = "0"
os.environ["DWW_SEMANTIC"] = "0"
os.environ["DWW_VAR"] = tempfile.mkdtemp(prefix="dww-test-")
