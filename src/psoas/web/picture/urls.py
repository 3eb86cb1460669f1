"""The picture of a bend."""

from django.urls import path

from psoas.web.picture import views

app_name = "picture"
urlpatterns = [path("", views.bend, name="bend")]
