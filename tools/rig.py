"""Loaded by pytest before the settings: a local machine, not the demo, with a folder of its own."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("DWW_DEBUG", "1")
os.environ["DWW_DEMO"] = "0"
os.environ["DWW_SEMANTIC"] = "0"
os.environ["DWW_VAR"] = tempfile.mkdtemp(prefix="dww-test-")
Path(os.environ["DWW_VAR"], "static").mkdir()  # whitenoise warns about a folder that is not there
