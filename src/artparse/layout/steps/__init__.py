"""The way through: the page with what is known of its lines, and the steps that find out more, in order."""
