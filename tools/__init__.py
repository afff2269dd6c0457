"""What we use to build the house and no visitor ever meets."""
