namespace MonitoringDemo.InferenceLog.Frames;

internal enum RecordType : byte
{
    History = 1,
    Predictions = 2,
    Outcomes = 3,
    ModelChange = 4,
    AcceptedData = 5,
}
