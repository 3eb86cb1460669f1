"""What is known: questions, how hips and lower back share movement, after a fusion, claims, sources, about. Read `views`."""
