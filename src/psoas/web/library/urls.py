"""The library."""

from django.urls import path

from psoas.web.library import views

app_name = "library"
urlpatterns = [
    path("", views.show, name="show"),
    path("habits/<slug:habit>/", views.habit, name="habit"),
    path("<slug:exercise>/", views.exercise, name="exercise"),
]
