"""Commands of the search room, one file each."""
