"""A session by its day and its place in the day; the first session; where finished sessions arrive."""

from django.urls import path

from psoas.web.session import views

app_name = "session"
urlpatterns = [
    path("session/first/", views.first, name="first"),
    path("session/<str:day>/<int:index>/", views.show, name="show"),
    path("session/<str:day>/<int:index>/<int:minutes>/", views.show, name="shorter"),
    path("api/session-log/", views.log, name="log"),
]
