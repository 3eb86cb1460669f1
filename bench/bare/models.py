"""One table with an index and a unique key."""

from django.db import models


class Entry(models.Model):
    key = models.CharField(max_length=80, unique=True)
    on = models.DateField(db_index=True)
    document = models.TextField()

    class Meta:
        app_label = "bare"

    def __str__(self) -> str:
        return self.key
