"""Assessment."""

from django.urls import path

from psoas.web.assessment import views

app_name = "assessment"
urlpatterns = [
    path("", views.show, name="show"),
    path("picture/", views.picture, name="picture"),
    path("activities/", views.activities, name="activities"),
    path("ratings/", views.ratings, name="ratings"),
    path("test/<slug:test>/", views.test, name="test"),
]
