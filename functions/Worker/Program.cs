using FollowUp;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Logging.AddQuietDefaults();
builder.Services.AddFollowUp(builder.Configuration).AddFollowUpTelemetry(builder.Configuration);
await builder.Build().RunAsync();
