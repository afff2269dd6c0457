"""The pages of this room, one file per noun. Door, input, act, answer."""
