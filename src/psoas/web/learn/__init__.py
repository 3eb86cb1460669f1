"""What is known: questions people ask, how hips and lower back share movement, after a fusion, claims, sources, about. Read `views`."""
