using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What extensions of the worker add their services to.</summary>
public interface IFunctionsWorkerApplicationBuilder
{
    IServiceCollection Services { get; }
}
