"""What the demo university has, part by part."""
