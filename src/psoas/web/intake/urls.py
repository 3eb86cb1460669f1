"""The way in."""

from django.urls import path

from psoas.web.intake import operation_day, views

app_name = "intake"
urlpatterns = [
    path("welcome/", views.welcome, name="welcome"),
    path("emergency/", views.emergency, name="emergency"),
    path("start/", views.start, name="start"),
    path("start/alarm/", views.alarm, name="alarm"),
    path("start/result/", views.result, name="result"),
    path("start/first/", views.first, name="first"),
    path("start/seen/<slug:answer>/", views.seen, name="seen"),
    path("start/ahead/done/", operation_day.done, name="ahead-done"),
    path("start/answers/", views.answers, name="answers"),
    path("start/safety-<int:number>/", views.safety, name="safety"),
    path("start/together/<slug:screen>/", views.together, name="together"),
    path("start/<slug:page>/", views.page, name="page"),
]
