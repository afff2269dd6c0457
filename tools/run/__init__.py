"""The verbs of ./run. Plain Python without libraries: it works before anything is installed."""
