"""What belongs to requests and answers, whatever they are about."""
