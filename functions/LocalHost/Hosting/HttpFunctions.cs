using System.ComponentModel;
using System.Reflection;
using FollowUp.LocalHost.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Hosting;

/// <summary>Serves HTTP functions on their routes.</summary>
internal static class HttpFunctions
{
    public static void Map(IEndpointRouteBuilder routes, FunctionMethod method, string prefix)
    {
        HttpTriggerAttribute trigger = (HttpTriggerAttribute)method.Trigger;
        RoutePattern pattern = ParseRoute(method, $"{prefix.Trim('/')}/{(trigger.Route ?? method.Name).Trim('/')}".TrimStart('/'));
        BoundFunction function = new(method, routes.ServiceProvider, parameter => BindRequest(parameter, method, pattern));
        RequestDelegate serve = CreateDelegate(function, routes.ServiceProvider);
        IEndpointConventionBuilder route = routes.Map(pattern, serve).WithDisplayName(method.Name);
        if (trigger.Methods is { Length: > 0 } methods)
        {
            route.WithMetadata(new HttpMethodMetadata(methods.Select(name => name.ToUpperInvariant())));
        }
    }

    private static RequestDelegate CreateDelegate(BoundFunction function, IServiceProvider services)
    {
        InFlightWork work = services.GetRequiredService<InFlightWork>();
        ILogger log = services.GetRequiredService<ILoggerFactory>().CreateLogger($"Function.{function.Method.Name}");
        return async http =>
        {
            using IDisposable serving = work.Begin();
            try
            {
                object? result = await function.Run(http.Request, http.RequestAborted, http);
                await WriteResult(http, result, function.Method.ReturnsNothing);
            }
            catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
            {
                // The caller has disconnected; there is nobody to answer.
            }
            catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
            {
                await Results.Problem(statusCode: bad.StatusCode, detail: bad.Message).ExecuteAsync(http);
            }
            catch (Exception failure)
            {
                log.FunctionFailed(function.Method.Name, failure);
                await WriteFailure(http);
            }
        };
    }

    private static Task WriteResult(HttpContext http, object? result, bool returnsNothing) => result switch
    {
        IResult answer => answer.ExecuteAsync(http),
        string text => Results.Text(text).ExecuteAsync(http),
        null when returnsNothing || http.Response.HasStarted => Task.CompletedTask,
        null => Results.NoContent().ExecuteAsync(http),
        _ => http.Response.WriteAsJsonAsync(result, result.GetType(), http.RequestAborted),
    };

    // Without details: they are in the log, and not for callers.
    private static Task WriteFailure(HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return Task.CompletedTask;
        }

        http.Response.Clear();
        return Results.Problem(statusCode: StatusCodes.Status500InternalServerError).ExecuteAsync(http);
    }

    private static RoutePattern ParseRoute(FunctionMethod method, string route)
    {
        try
        {
            return RoutePatternFactory.Parse(route);
        }
        catch (RoutePatternException failure)
        {
            throw method.Unbindable($"route '{route}' is not one: {failure.Message}", failure);
        }
    }

    private static Binder? BindRequest(ParameterInfo parameter, FunctionMethod method, RoutePattern pattern)
    {
        if (parameter == method.TriggerParameter)
        {
            return parameter.ParameterType == typeof(HttpRequest)
                ? invocation => invocation.Trigger
                : throw method.Unbindable($"its trigger parameter '{parameter.Name}' must be an {nameof(HttpRequest)}.");
        }

        return pattern.GetParameter(parameter.Name!) is null ? null : BindRouteValue(parameter, method);
    }

    private static Binder BindRouteValue(ParameterInfo parameter, FunctionMethod method)
    {
        Type type = parameter.ParameterType;
        TypeConverter converter = TypeDescriptor.GetConverter(type);
        if (!converter.CanConvertFrom(typeof(string)))
        {
            throw method.Unbindable($"route parameter '{parameter.Name}' cannot become a {type}.");
        }

        object? absent = parameter.HasDefaultValue ? parameter.DefaultValue
            : type.IsValueType ? Activator.CreateInstance(type) : null;
        return invocation => invocation.Context.Http!.GetRouteValue(parameter.Name!) is string text
            ? ConvertRouteValue(converter, text, parameter.Name!)
            : absent;
    }

    private static object? ConvertRouteValue(TypeConverter converter, string text, string name)
    {
        try
        {
            return converter.ConvertFromInvariantString(text);
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException or NotSupportedException)
        {
            throw new BadHttpRequestException($"'{text}' is no value for '{name}'.", StatusCodes.Status400BadRequest, unreadable);
        }
    }
}
