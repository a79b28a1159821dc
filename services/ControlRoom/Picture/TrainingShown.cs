namespace MonitoringDemo.ControlRoom.Picture;

internal sealed record TrainingShown(string UpdateId, string Trigger, long Row);
