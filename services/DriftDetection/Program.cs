using MonitoringDemo.DriftDetection;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Http;

return new ServiceProgram("drift-detection", ServiceAddresses.DriftDetection, dataPart: "drift")
{
    Add = builder => builder.AddDriftDetection(),
    Map = app => app.MapDriftDetection(),
    Consumers = DriftDetectionModule.Consumers,
    Publishes = DriftDetectionModule.Publishes,
    LogStream = DriftDetectionModule.LogStream,
}.Run(args);
