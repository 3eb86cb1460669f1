"""Addresses: one family of pages each."""

from django.urls import include, path

urlpatterns = [
    path("", include("psoas.web.session.urls")),
    path("", include("psoas.web.offline.urls")),
    path("patterns/", include("psoas.web.patterns.urls")),
]
