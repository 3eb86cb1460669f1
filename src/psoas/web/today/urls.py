"""Today."""

from django.urls import path

from psoas.web.today import views

app_name = "today"
urlpatterns = [
    path("", views.show, name="show"),
    path("today/morning/", views.morning, name="morning"),
    path("today/habit/<slug:habit>/", views.tick_habit, name="habit"),
    path("today/break/<str:at>/", views.tick_break, name="break"),
]
