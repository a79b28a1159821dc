using MonitoringDemo.Inference;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Http;

return new ServiceProgram("inference", ServiceAddresses.Inference, dataPart: "inference")
{
    Add = builder => builder.AddInference(),
    Map = app => app.MapInference(),
    Consumers = InferenceModule.Consumers,
    Publishes = InferenceModule.Publishes,
    LogStream = InferenceModule.LogStream,
}.Run(args);
