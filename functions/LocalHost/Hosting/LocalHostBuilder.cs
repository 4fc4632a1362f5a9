using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Hosting;

/// <summary>
/// Gathers the services and settings of an app, and builds a host that runs its functions on this machine: what
/// <c>FunctionsApplication.CreateBuilder</c> is to the worker of Azure Functions.
/// </summary>
public sealed class LocalHostBuilder
{
    private readonly WebApplicationBuilder web;
    private readonly LocalHostOptions options = new();

    public LocalHostBuilder(params string[] args)
    {
        web = LocalApplication.NewBuilder(args);
        options.Url = web.Configuration["LocalHost:Url"] ?? options.Url;
    }

    public IServiceCollection Services => web.Services;

    /// <summary>Arguments before environment variables before local.settings.json.</summary>
    public ConfigurationManager Configuration => web.Configuration;

    public ILoggingBuilder Logging => web.Logging;

    public LocalHostBuilder Use(Action<LocalHostOptions> configure)
    {
        (string root, string url) = (options.ContentRoot, options.Url);
        configure(options);
        if (options.ContentRoot != root)
        {
            Configuration.AddLocalSettings(options.ContentRoot);
            options.Url = options.Url == url ? Configuration["LocalHost:Url"] ?? url : options.Url;
        }

        return this;
    }

    /// <summary>The host of every function of the app.</summary>
    /// <exception cref="FunctionCannotBeBoundException">A function asks for what this host cannot give.</exception>
    public IHost Build() => LocalApplication.Build(options, web);
}
