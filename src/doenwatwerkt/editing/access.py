"""The doors of this room: who may see and do what. Views get their objects only here."""
