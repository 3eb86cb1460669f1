"""A bad day, and a pause."""

from django.urls import path

from psoas.web.flare import views

app_name = "flare"
urlpatterns = [
    path("", views.show, name="show"),
    path("pause/", views.pause, name="pause"),
    path("pause/end/", views.end, name="end"),
]
